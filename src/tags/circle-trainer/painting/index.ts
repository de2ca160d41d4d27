export { Painting, paintingStyles } from './painting.js';
