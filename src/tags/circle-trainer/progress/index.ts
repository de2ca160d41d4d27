export { Progress, progressStyles } from './progress.js';
