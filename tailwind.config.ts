import type { Config } from 'tailwindcss';

/**
 * Every design token of Naru. Colours, type, space, radius and heights follow KRDS (행정안전부 2024
 * '범정부 UI/UX 디자인시스템(KRDS)', 공공누리 제1유형); the footer names the source. Nothing of its CSS is copied.
 *
 * Keys replace Tailwind's own scales, so that a value off the scale is not a class at all. Space keeps Tailwind's names
 * (4 = 16 px) with only the steps that exist here. Contrast: a step gap of 50 in a colour is 4.5:1, of 70 is 7:1.
 */
export default {
  theme: {
    screens: { xs: '22.5rem', md: '48rem', lg: '64rem', xl: '80rem' },
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      primary: { 5: '#ecf2fe', 60: '#0b50d0', 70: '#083891' },
      gray: {
        0: '#ffffff',
        5: '#f4f5f6',
        10: '#e6e8ea',
        20: '#cdd1d5',
        30: '#b1b8be',
        60: '#58616a',
        70: '#464c53',
        90: '#1e2124',
      },
      danger: { 5: '#fdefec', 50: '#de3412', 60: '#bd2c0f' },
      warning: { 5: '#fff3db', 60: '#8a5c00' },
      success: { 5: '#eaf6ec', 60: '#267337' },
      info: { 5: '#e7f4fe', 60: '#096ab3' },
    },
    spacing: {
      0: '0',
      px: '1px',
      0.5: '0.125rem',
      1: '0.25rem',
      2: '0.5rem',
      3: '0.75rem',
      4: '1rem',
      5: '1.25rem',
      6: '1.5rem',
      8: '2rem',
      10: '2.5rem',
      11: '2.75rem', // 44 px: the smallest target
      12: '3rem',
      14: '3.5rem', // 56 px: the primary button
      16: '4rem',
      20: '5rem',
    },
    borderRadius: {
      none: '0',
      xs: '0.125rem',
      sm: '0.25rem',
      md: '0.375rem',
      lg: '0.5rem',
      xl: '0.625rem',
      '2xl': '0.75rem',
      full: '9999px',
    },
    fontFamily: {
      // What the phone already has: no font is ever fetched.
      sans: [
        '-apple-system',
        'BlinkMacSystemFont',
        '"Apple SD Gothic Neo"',
        '"Noto Sans KR"',
        '"Noto Sans CJK KR"',
        '"Malgun Gothic"',
        'system-ui',
        'sans-serif',
      ],
      mono: ['ui-monospace', 'SFMono-Regular', 'Menlo', 'Consolas', '"Noto Sans Mono CJK KR"', 'monospace'],
    },
    fontSize: {
      small: ['0.9375rem', '1.5'],
      body: ['1.0625rem', '1.5'],
      h4: ['1.1875rem', '1.5'],
      'h3-narrow': ['1.375rem', '1.5'],
      h3: ['1.5rem', '1.5'],
      'h2-narrow': ['1.5rem', '1.5'],
      h2: ['2rem', '1.5'],
      'h1-narrow': ['1.75rem', '1.5'],
      h1: ['2.5rem', '1.5'],
    },
    fontWeight: { normal: '400', medium: '500', bold: '700' },
    maxWidth: {
      none: 'none',
      full: '100%',
      content: '75rem', // 1200 px: the widest a page gets
      reading: '42rem', // about 40 Korean syllables a line
      form: '38rem',
      medium: '20rem',
      short: '7rem',
    },
  },
} satisfies Config;
