/** Cambodia’s provinces by ISO 3166-2:KH code. */
export const provinceCodes = {
  province: {
    'KH-1': '반테아이메안체이',
    'KH-2': '바탐방',
    'KH-3': '캄퐁참',
    'KH-4': '캄퐁치낭',
    'KH-5': '캄퐁스페우',
    'KH-6': '캄퐁톰',
    'KH-7': '캄폿',
    'KH-8': '칸달',
    'KH-9': '코콩',
    'KH-10': '크라티에',
    'KH-11': '몬둘키리',
    'KH-12': '프놈펜',
    'KH-13': '프레아비헤아르',
    'KH-14': '프레이벵',
    'KH-15': '푸르사트',
    'KH-16': '라타나키리',
    'KH-17': '시엠레아프(시엠립)',
    'KH-18': '프레아시아누크(시아누크빌)',
    'KH-19': '스퉁트렝',
    'KH-20': '스바이리엥',
    'KH-21': '타케오',
    'KH-22': '오다르메안체이',
    'KH-23': '케프',
    'KH-24': '파일린',
    'KH-25': '트봉크뭄',
  },
};

export type ProvinceCodes = typeof provinceCodes;
