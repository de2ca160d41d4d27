import type { Theme } from '../draw/types.js';

/** A theme whose colours differ from one another and read the same in every canvas. */
export const testTheme: Theme = {
  ink: '#101010',
  paper: '#fefefe',
  muted: '#666666',
  accent: '#0000c8',
  positive: '#00c800',
  negative: '#c80000',
  parameter: '#ffd84a',
  hair: '#c8c8c8',
  wash: '#f0f0f0',
  targetWash: '#b4dcff',
  parameterFill: '#ffeba4',
  parameterEdge: '#a27c05',
  parameterInk: '#111111',
  dark: false,
  forced: false,
  printed: false,
  fontFamily: 'sans-serif',
};
