/** Making an account from an invitation. */
export const setup = {
  title: '계정 만들기',
  intro: '이 링크는 한 번만 쓸 수 있습니다. 비밀번호를 정하고 인증 앱을 연결하면 바로 시작합니다.',
  firstIntro:
    '이 시스템의 첫 계정입니다. 책임자와 시스템 관리 역할을 함께 갖고, 다른 직원을 초대할 수 있습니다.',
  roles: '역할',
  name: '이름',
  email: '이메일',
  password: '비밀번호',
  passwordHint: '12자 이상. 여러 낱말을 이어 쓰면 길고 외우기 쉽습니다. 이름이나 이메일은 쓸 수 없습니다.',
  authenticator: '인증 앱 연결',
  scan: '인증 앱으로 QR 코드를 스캔하십시오.',
  qr: '인증 앱에 등록할 QR 코드',
  key: '스캔할 수 없으면 아래 키를 인증 앱에 직접 입력하십시오.',
  open: '이 기기의 인증 앱에서 열기',
  code: '인증 앱에 나온 6자리 숫자',
  submit: '계정 만들고 시작하기',
  gone: {
    title: '사용할 수 없는 초대 링크입니다',
    body: '이미 사용했거나, 기간이 지났거나, 새 링크로 바뀌었습니다. 초대한 사람에게 새 링크를 요청하십시오.',
    signIn: '이미 계정이 있으면 로그인하기',
  },
  problems: {
    'name-missing': '이름을 입력하십시오.',
    'name-long': '이름은 200자까지 입력할 수 있습니다.',
    'email-bad': '이메일 주소를 name@example.com 형식으로 입력하십시오.',
    'email-taken': '이미 계정이 있는 이메일입니다. 다른 이메일을 입력하거나 그 계정으로 로그인하십시오.',
    'password-short': '비밀번호를 12자 이상으로 정하십시오.',
    'password-long': '비밀번호를 256자 이하로 정하십시오.',
    'password-common': '널리 쓰이는 비밀번호입니다. 다른 것으로 정하십시오.',
    'password-personal': '이름이나 이메일이 들어간 비밀번호입니다. 다른 것으로 정하십시오.',
    'code-wrong': '인증 앱의 숫자가 맞지 않습니다. 휴대폰 시각이 맞는지 확인하고 새 숫자를 입력하십시오.',
  },
  codes: {
    title: '복구 코드 보관',
    intro:
      '인증 앱을 잃어버렸을 때 인증 코드 대신 쓰는 코드입니다. 코드마다 한 번만 쓸 수 있습니다. 인쇄하거나 적어 안전한 곳에 보관하십시오.',
    once: '확인하고 나면 다시 볼 수 없습니다.',
    list: '복구 코드 10개',
    reminder: '복구 코드를 아직 보관하지 않았습니다. 지금 확인하고 보관하십시오.',
    submit: '보관했습니다',
  },
};

export type StaffSetup = typeof setup;
