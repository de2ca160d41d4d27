// A reader's page loads one script; this one is built from the sources as they are.
import '../src/index.js';
import './copy.js';
