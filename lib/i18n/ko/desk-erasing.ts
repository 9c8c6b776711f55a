/** Keeping something from being erased, and erasing it by two people. */
export const erasing = {
  title: '보존과 삭제',
  hold: {
    held: '법적 보존이 걸려 있습니다. 풀 때까지는 누구도, 기간이 지나도 지우지 못합니다.',
    free: '법적 보존이 걸려 있지 않습니다. 사건에 넣은 신고는 사건의 법적 보존도 따릅니다.',
    reason: '법적 보존을 걸거나 푸는 사유',
    hint: '메모로 남아 이 신고를 읽는 직원이 볼 수 있습니다.',
    hold: '법적 보존 걸기',
    release: '법적 보존 풀기',
  },
  report: {
    title: '신고 지우기',
    what: '답, 파일, 메시지, 메모를 모두 지우며 되돌릴 수 없습니다. 책임자가 승인하면 바로 지워집니다. 사건에 옮겨 적은 내용은 사건의 보관 기간까지 남습니다.',
    reason: '지우는 사유',
    submit: '지우기 승인 요청',
  },
  case: {
    title: '사건 지우기',
    what: '사건과 그 신고, 다른 사건에 없는 대상자를 모두 지우며 되돌릴 수 없습니다. 책임자가 승인하면 바로 지워집니다.',
    reason: '지우는 사유',
    submit: '지우기 승인 요청',
  },
  ledger: {
    title: '삭제 대장',
    intro:
      '무엇을 언제 왜 지웠는지 번호로만 적은 대장입니다. 데이터베이스 밖에도 한 벌이 있어, 백업으로 되돌리면 이 대장에 따라 다시 지웁니다.',
    total: (kind: string, count: number) => `${kind} ${count}건`,
    none: '아직 지운 것이 없습니다.',
    caption: '삭제 대장. 최근 것이 먼저',
    seq: '순번',
    at: '지운 때',
    what: '종류',
    id: '식별자',
    why: '사유',
    who: '결정',
    shipped: '밖에 기록',
    kinds: { report: '신고', case: '사건', person: '대상자', return: '귀국 지원' },
    whys: { PERIOD: '보관 기간이 끝남', REQUEST: '신고자나 본인의 요청', DESK: '직원의 결정' },
    two: (asked: string, agreed: string) => `요청 ${asked}, 승인 ${agreed}`,
    job: '자동',
    yes: '예',
    notYet: '아직',
    older: '이전 기록',
    proof: '지운 것이 정말 남아 있지 않은지는 서버에서 npm run erasure:verify 명령으로 확인합니다.',
  },
  /** In place of the reference of a report that is no more. */
  gone: '지운 신고',
  asked: '신고자가 지워 달라고 요청',
  done: {
    hold: '법적 보존을 바꾸었습니다.',
    erase: '지우기를 요청했습니다.',
  },
  problems: {
    held: '법적 보존이 걸려 있어 지울 수 없습니다.',
    unread: '아직 아무도 확인하지 않은 신고입니다. 먼저 확인하십시오.',
    'in-case': '진행 중인 사건에 들어 있습니다. 사건을 종결하거나 신고를 사건에서 뺀 뒤에 지울 수 있습니다.',
    open: '종결한 사건만 지울 수 있습니다.',
    'in-return': '끝나지 않은 귀국 지원에 들어 있는 사람이 있습니다. 귀국 지원이 끝난 뒤에 지울 수 있습니다.',
    moved: '지금 다른 직원이 이 신고를 옮기고 있습니다. 잠시 뒤 다시 시도하십시오.',
    'already-asked': '이미 승인을 기다리고 있습니다.',
  },
};

export type DeskErasing = typeof erasing;
