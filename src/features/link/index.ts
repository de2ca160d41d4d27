/** Public entry of the link feature: lets a view show a trainer's model live. */
export { TrainerLink, type LinkHost } from './trainer-link.js';
