/** The door of views that show a trainer's model live. */
export { TrainerLink, type LinkHost } from './trainer-link.js';
