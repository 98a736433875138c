import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloths } from '#lib/covers/cover-ornaments';

test('the ink can be read on every cloth', () => {
  assert.ok(cloths.length >= 14);
  for (const { name, cloth, ink } of cloths)
    assert.ok(contrast(cloth, ink) >= 4.5, `${name} ${contrast(cloth, ink)}`);
});

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
