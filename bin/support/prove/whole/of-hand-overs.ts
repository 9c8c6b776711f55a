const LAST = `(select e.to_code from case_events e where e.case_id = r.case_id and e.kind = 'REFERRAL' and e.ref_id = r.id
  and e.to_code <> 'RELEASED' order by e.seq desc limit 1)`;
const CLOCK = "k.case_id = r.case_id and k.referral_id = r.id and k.kind = 'AGENCY'";

/** What was handed over to agencies. */
export const OF_HAND_OVERS = {
  'hand-over number left out or given twice': `select r.case_id from referrals r
    group by r.case_id having count(*) <> max(r.serial) or count(*) <> count(distinct r.serial)`,
  'hand-over that does not stand where the timeline says': `select r.id from referrals r where r.state is distinct from ${LAST}`,
  'hand-over that was sent and is not dated': `select r.id from referrals r
    where (r.sent_at is not null) <> exists (select 1 from case_events e where e.case_id = r.case_id
      and e.kind = 'REFERRAL' and e.ref_id = r.id and e.to_code = 'SENT')`,
  'hand-over whose clock never ran': `select r.id from referrals r
    where r.sent_at is not null and not exists (select 1 from clocks k where ${CLOCK})`,
  'hand-over whose clock does not run, or runs on': `select r.id from referrals r join cases c on c.id = r.case_id
    where (r.state in ('SENT','DELIVERED') and c.state <> 'CLOSED')
      <> exists (select 1 from clocks k where ${CLOCK} and k.met_at is null)`,
  'hand-over that was sent while its case is waiting for one': `select r.id from referrals r
    where r.sent_at is not null and r.state not in ('REJECTED','RECALLED') and exists (select 1 from clocks k
      where k.case_id = r.case_id and k.kind = 'REFERRAL' and k.met_at is null)`,
};
