import { describe, expect, it } from 'vitest';
import { displayName } from '@/lib/evidence/file-name';
import { RESIDENT_NUMBER_MASK } from '@/lib/resident-number';

describe('a file’s name as it is shown', () => {
  it.each([
    ['사진 1.jpg', '사진 1.jpg'],
    ['사진.jpg'.normalize('NFD'), '사진.jpg'],
    ['C:\\Users\\김나루\\Desktop\\방.png', '방.png'],
    ['/home/naru/../방.png', '방.png'],
    ['../../etc/passwd', 'passwd'],
    ['photo\u202Egnp.exe', 'photognp.exe'],
    ['\u2066a\u2069\u200Fb\uFEFF.jpg', 'ab.jpg'],
    ['a\u0000b\r\nc.txt', 'abc.txt'],
    ['.htaccess', 'htaccess'],
    ['  a   b .jpg ', 'a b .jpg'],
    ['900101-1234567 등본.pdf', `${RESIDENT_NUMBER_MASK} 등본.pdf`],
    ['\uD800.jpg', 'jpg'],
    ['/', ''],
    ['', ''],
  ])('%j becomes %j', (given, shown) => {
    expect(displayName(given)).toBe(shown);
  });

  it('is cut when it is too long, and keeps its ending', () => {
    const shown = displayName(`${'가'.repeat(300)}.jpeg`);
    expect([...shown]).toHaveLength(120);
    expect(shown.endsWith('….jpeg')).toBe(true);
  });
});
