export type Cloth = { name: string; cloth: string; ink: string };
export type Pattern = { width: number; height: number; art: string };

export const cloths: readonly [Cloth, ...Cloth[]] = [
  { name: 'bottle green', cloth: '#24483c', ink: '#e3c987' },
  { name: 'oxblood', cloth: '#6a2027', ink: '#efdcb2' },
  { name: 'navy', cloth: '#22335a', ink: '#e6cd93' },
  { name: 'ochre', cloth: '#c7963f', ink: '#2b1b10' },
  { name: 'slate', cloth: '#495866', ink: '#f5eddd' },
  { name: 'plum', cloth: '#54304b', ink: '#efd6b8' },
  { name: 'sand', cloth: '#dac9a6', ink: '#6a2a1f' },
  { name: 'terracotta', cloth: '#a4472e', ink: '#fbf1df' },
  { name: 'teal', cloth: '#21555c', ink: '#f2e5c6' },
  { name: 'charcoal', cloth: '#33302e', ink: '#dcbd80' },
  { name: 'duck egg', cloth: '#b7cac2', ink: '#1d3b40' },
  { name: 'old rose', cloth: '#d2a598', ink: '#4c1c24' },
  { name: 'moss', cloth: '#596036', ink: '#f6eed2' },
  { name: 'linen', cloth: '#e9dfca', ink: '#22335a' },
  { name: 'tobacco', cloth: '#5d4029', ink: '#efdcb2' },
];

/** Tiles that cover a whole board or a band of it; lines take the ink as stroke. */
export const patterns: readonly [Pattern, ...Pattern[]] = [
  { width: 36, height: 15, art: path('M0 7.5q9-9 18 0t18 0') },
  { width: 28, height: 28, art: path('M2 28V14a12 12 0 0 1 24 0v14M8 28V14a6 6 0 0 1 12 0v14M14 28V15') },
  {
    width: 24,
    height: 36,
    art: path('M12 0l12 18-12 18L0 18z') + dot(12, 18) + path('M0 0h1M23 0h1M0 36h1M23 36h1'),
  },
  { width: 22, height: 22, art: path('M7 0v22M11 0v22M0 7h22M0 11h22') },
  { width: 36, height: 36, art: path(twinkle(9, 9) + twinkle(27, 27)) },
  { width: 32, height: 32, art: leaf('8 8', 35) + leaf('24 24', -35) },
  { width: 30, height: 30, art: ring(15, 15, 13) + ring(15, 15, 8) + dot(15, 15) },
  { width: 20, height: 28, art: path('M5 2v10M15 16v10') + dot(5, 21) + dot(15, 7) },
];

/** Single stamps around 0,0 within a radius of 38. */
export const stamps: readonly [string, ...string[]] = [
  `<circle r="28" stroke-width="18" stroke-dasharray="1.5 3.387"/>${ring(0, 0, 12)}${ring(0, 0, 8)}`,
  [36, 29, 22, 15, 8].map((r) => ring(0, 0, r)).join('') + dot(0, 0),
  path('M0-38L27 0 0 38-27 0zM0-27L19 0 0 27-19 0zM0-16L11 0 0 16-11 0z') + dot(0, 0),
  path('M-30 34V0a30 30 0 0 1 60 0v34M-21 34V0a21 21 0 0 1 42 0v34M-12 34V0a12 12 0 0 1 24 0v34M-36 34h72'),
  [-18, -6, 6, 18].map((y) => path(`M-36 ${y}q9-9 18 0t18 0t18 0t18 0`)).join(''),
  sprig(),
  path(star(37)) + ring(0, 0, 5),
  path('M-22 8a22 22 0 0 1 44 0M-40 8h80M-32 15h64M-23 22h46M-13 29h26') + path('M-14 8a14 14 0 0 1 28 0'),
];

export function tiled({ width, height, art }: Pattern, ink: string, top: number): string {
  return (
    `<pattern id="p" x="${-width / 2}" y="${top}" width="${width}" height="${height}" ` +
    `patternUnits="userSpaceOnUse"><g fill="none" stroke="${ink}">${art}</g></pattern>` +
    `<path fill="url(#p)" d="M-126 ${top}h252V360h-252z"/>`
  );
}

export function joint(rtl: boolean): string {
  return `<path stroke="#000" stroke-opacity=".2" stroke-width="1.5" d="M${rtl ? 228 : 12} 0v360"/>`;
}

function path(d: string): string {
  return `<path d="${d}"/>`;
}

function ring(x: number, y: number, r: number): string {
  return `<circle cx="${x}" cy="${y}" r="${r}"/>`;
}

function dot(x: number, y: number): string {
  return `<circle cx="${x}" cy="${y}" r="1"/>`;
}

function twinkle(x: number, y: number): string {
  return `M${x} ${y - 6}q0 6 6 6q-6 0-6 6q0-6-6-6q6 0 6-6z`;
}

function leaf(at: string, turn: number): string {
  return `<path transform="translate(${at}) rotate(${turn})" d="M0-10C6-4 6 4 0 9C-6 4-6-4 0-10zM0-4V13"/>`;
}

function sprig(): string {
  const pairs = [22, 6, -10].map((y) => `M0 ${y}q4-14 22-16q-2 14-22 16q-4-14-22-16q2 14 22 16`);
  return path(`M0 38V-20${pairs.join('')}M0-20q-8-9 0-18q8 9 0 18`);
}

function star(radius: number): string {
  const points = Array.from({ length: 8 }, (_, at) => {
    const angle = (at * 3 * Math.PI) / 4;
    return `${(radius * Math.sin(angle)).toFixed(1)} ${(-radius * Math.cos(angle)).toFixed(1)}`;
  });
  return `M${points.join('L')}z`;
}
