import { describe, expect, test } from 'vitest';
import config from '@/tailwind.config';

const colors = config.theme.colors;

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const grounds = {
  page: colors.gray[0],
  pale: colors.gray[5],
  primary: colors.primary[5],
  danger: colors.danger[5],
  warning: colors.warning[5],
  success: colors.success[5],
  info: colors.info[5],
};

/** The bars of the plan: text and links 7, errors on their tint 4.5, controls and icons 3, buttons with large bold text 4.5. */
describe('contrast', () => {
  test.each(Object.entries(grounds))('text and links on %s are at least 7:1', (_name, ground) => {
    for (const text of [colors.gray[90], colors.gray[70], colors.primary[70]])
      expect(contrast(text, ground)).toBeGreaterThanOrEqual(7);
  });

  test('errors are at least 4.5:1 on their tint and on the page', () => {
    for (const ground of [colors.danger[5], colors.gray[0]])
      expect(contrast(colors.danger[60], ground)).toBeGreaterThanOrEqual(4.5);
  });

  test('the words of buttons are at least 4.5:1, on the way out 7:1', () => {
    expect(contrast(colors.gray[0], colors.primary[60])).toBeGreaterThanOrEqual(4.5);
    expect(contrast(colors.gray[0], colors.gray[90])).toBeGreaterThanOrEqual(7);
  });

  test('borders of inputs, icons and the mark of the focus are at least 3:1', () => {
    for (const line of [colors.gray[60], colors.danger[50], colors.primary[60]])
      for (const ground of [colors.gray[0], colors.gray[5], colors.primary[5]])
        expect(contrast(line, ground)).toBeGreaterThanOrEqual(3);
  });
});
