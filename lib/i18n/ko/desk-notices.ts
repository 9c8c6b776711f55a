import { approvals } from './desk-approvals';

/** What people at the desk are told: deadlines, assignments, decisions. */
export const notices = {
  nav: '알림',
  title: '알림',
  unseen: (count: number) => (count >= 100 ? '읽지 않은 알림 100건 이상' : `읽지 않은 알림 ${count}건`),
  none: '읽지 않은 알림이 없습니다. 할 일은 업무 목록에서 ‘다음 일 맡기’로 받으십시오.',
  hint: '다가오는 기한, 배정된 일, 신고자가 새로 보낸 것, 기다리는 승인과 그 결과를 알립니다.',
  seen: '확인',
  allSeen: '모두 확인',
  gone: '지금은 볼 수 없는 신고나 사건',
  kinds: {
    CLOCK: (clock: string, percent: number, level: string) =>
      percent >= 100
        ? `${level} ${clock} 기한이 지났습니다.`
        : `${level} ${clock} 기한의 ${percent}%가 지났습니다.`,
    APPROVAL: (act: string, state: string) => `요청한 승인 결과: ${act}, ${state}`,
    ASSIGNED: '사건이 배정되었습니다.',
    TASK: '할 일이 배정되었습니다.',
    GLASS_BROKEN: '한 사람이 연락 금지를 해제했습니다. 24시간 안에 검토하십시오.',
    RECONTACT: '다시 연락할 날입니다.',
    HOLD_OVER: '보류 기한이 지났습니다. 다시 진행할지, 더 보류할지 정하십시오.',
    REPORT_ASSIGNED: '신고가 배정되었습니다.',
    TASK_DUE: '할 일의 기한이 되었습니다.',
    NEWS: '신고자가 새로 보낸 것이 있습니다. 신고를 열어 확인하십시오.',
    APPROVAL_ASKED: (act: string) => `승인을 기다리는 요청: ${act}`,
    DANGER: (level: string) =>
      `끝난 신고·사건에 ${level} 위험이 추가되어 다시 열렸습니다. 지금 확인하십시오.`,
    DANGER_RECORDED: (level: string) =>
      `끝난 신고·사건에 직원이 ${level} 위험을 기록했습니다. 저절로 다시 열리지 않습니다. 지금 확인하고 다시 열지 정하십시오.`,
    LET_GO: (level: string) =>
      `담당자가 더는 일할 수 없어 ${level} 건의 담당자가 없습니다. 맡을 사람을 정하십시오.`,
    PERSON_ERASED: '두 사람의 결정으로 이 사건의 대상자 한 명을 지웠습니다.',
    OTHER: '확인할 것이 있습니다.',
  },
  approvalActs: {
    LOWER_LEVEL: '긴급도 낮추기',
    CLOSE_CASE: '사건 종결',
    RELEASE_CONTACT: '연락 금지 해제',
    SEND_ABROAD: '국외 기관이나 확인 전 기관으로 이첩',
    ERASE: '지우기',
  },
  approvalStates: approvals.states,
  tasks: {
    title: '내 할 일',
    none: '맡은 할 일이 없습니다. 할 일은 사건 화면에서 적고 맡을 사람을 정합니다.',
    due: (time: string) => `${time}까지`,
    late: (time: string) => `기한 지남(${time})`,
    noDay: '기한 없음',
  },
  done: { seen: '확인으로 표시했습니다.' },
  problems: {},
};

export type DeskNotices = typeof notices;
