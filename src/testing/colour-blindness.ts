/**
 * How people who lack one kind of cone see sRGB colours, severity 1, on linear light.
 *
 * Source: Machado, Oliveira and Fernandes, A Physiologically-based Model for Simulation of Color Vision
 * Deficiency, IEEE TVCG 15 (2009), table 1.
 */
const matrices = {
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
} as const;

const identity = [[1, 0, 0], [0, 1, 0], [0, 0, 1]];

type Blindness = keyof typeof matrices;

export const blindnesses = Object.keys(matrices) as readonly Blindness[];

const linear = (byte: number): number =>
  (byte <= 10.31475 ? byte / 255 / 12.92 : ((byte / 255 + 0.055) / 1.055) ** 2.4);

/** CIE L*a*b* of linear sRGB, white D65. */
function lab([r, g, b]: readonly number[]): number[] {
  const f = (t: number): number => (t > (6 / 29) ** 3 ? Math.cbrt(t) : t / (3 * (6 / 29) ** 2) + 4 / 29);
  const x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
  const y = f(0.2126729 * r + 0.7151522 * g + 0.072175 * b);
  const z = f((0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/**
 * Returns ΔE*ab (CIE 1976) between two colours [red, green, blue] in 0 to 255 for somebody with `blindness`;
 * about 2.3 is just visible.
 */
export function difference(a: readonly number[], b: readonly number[], blindness?: Blindness): number {
  const seen = (bytes: readonly number[]): number[] => {
    const light = bytes.map(linear);
    const rows = blindness ? matrices[blindness] : identity;
    const sensed = rows.map((row) => row.reduce((sum, share, k) => sum + share * light[k], 0));
    return lab(sensed.map((value) => Math.min(Math.max(value, 0), 1)));
  };
  const [p, q] = [seen(a), seen(b)];
  return Math.hypot(...p.map((value, k) => value - q[k]));
}
