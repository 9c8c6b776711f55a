import { describe, expect, it } from 'vitest';
import { agencyFit } from '@/lib/referrals/fit';
import { MASK_RULES, MASKS } from '@/lib/referrals/masks';
import {
  allowedReferralActions,
  REFERRAL_ACTIONS,
  REFERRAL_STATES,
  REFERRAL_TRANSITIONS,
  type ReferralAction,
  type ReferralState,
} from '@/lib/referrals/transitions';
import { ROLES } from '@/lib/staff/roles';
import { referenceAgencies } from '@/seeds/reference/agencies';
import { referenceTemplates } from '@/seeds/reference/message-templates';

/** From casework, written out by hand: what leads where, and what wants words. */
const expected: Partial<Record<`${ReferralState} ${ReferralAction}`, [ReferralState, boolean]>> = {
  'DRAFT SEND': ['SENT', false],
  'DRAFT RECALL': ['RECALLED', true],
  'SENT MARK_DELIVERED': ['DELIVERED', false],
  'SENT ACKNOWLEDGE': ['ACKNOWLEDGED', false],
  'SENT RECALL': ['RECALLED', true],
  'DELIVERED ACKNOWLEDGE': ['ACKNOWLEDGED', false],
  'DELIVERED RECALL': ['RECALLED', true],
  'ACKNOWLEDGED ACCEPT': ['ACCEPTED', false],
  'ACKNOWLEDGED REJECT': ['REJECTED', true],
  'ACKNOWLEDGED RECALL': ['RECALLED', true],
  'ACCEPTED START': ['IN_ACTION', false],
  'ACCEPTED RECALL': ['RECALLED', true],
  'IN_ACTION FINISH': ['DONE', true],
  'IN_ACTION RECALL': ['RECALLED', true],
};

describe('transitions of a hand-over: role × state × action', () => {
  for (const state of REFERRAL_STATES)
    for (const action of REFERRAL_ACTIONS) {
      const [to, needsWords] = expected[`${state} ${action}`] ?? [];
      it(`${state} ${action} → ${to ?? 'nothing'}`, () => {
        expect(REFERRAL_TRANSITIONS[state][action]?.to).toBe(to);
        expect(REFERRAL_TRANSITIONS[state][action]?.needsWords).toBe(needsWords);
        for (const role of ROLES)
          expect(allowedReferralActions(state, [role]).some((one) => one.action === action)).toBe(
            Boolean(to) && (role === 'CASEWORKER' || role === 'SUPERVISOR'),
          );
      });
    }
});

describe('masks', () => {
  it.each(MASKS)('%s never gives S6', (mask) => {
    expect(MASK_RULES[mask].sections).not.toContain('S6');
  });
  it.each([
    ['NO_REPORTER', false, true],
    ['NO_PERSONS', false, false],
    ['MONEY_ONLY', false, false],
    ['FULL', true, true],
  ] as const)('%s: reporter %s, persons %s', (mask, reporter, persons) => {
    expect(MASK_RULES[mask]).toMatchObject({ reporter, persons });
  });
});

describe('reference agencies', () => {
  const by = (slug: string) => referenceAgencies.find((agency) => agency.slug === slug);
  it('none is verified before somebody has', () => {
    expect(referenceAgencies.filter((agency) => agency.verifiedOn)).toEqual([]);
  });
  it('numbers are the published ones and no others', () => {
    expect(referenceAgencies.flatMap((agency) => agency.contact ?? []).toSorted()).toEqual([
      '+82-2-3210-0404',
      '112',
      '182',
    ]);
  });
  it('local police are blocked, and the intelligence service never learns who reported', () => {
    expect(by('local-police')).toMatchObject({ blocked: true, abroad: true });
    expect(by('hotline-117')).toMatchObject({ blocked: true });
    expect(by('intelligence-service')?.mask).toBe('NO_REPORTER');
    expect(by('labour-platforms')?.mask).toBe('NO_PERSONS');
  });
  it('slugs are each their own, here and among the templates', () => {
    for (const rows of [referenceAgencies, referenceTemplates])
      expect(new Set(rows.map((row) => row.slug)).size).toBe(rows.length);
  });
});

describe('whether an agency fits', () => {
  const sure = { openedBy: null, confirmedBy: null };
  const agency = { ...sure, blocked: false, abroad: false, consent: 'MOFA' };
  const given = (agencies: string[], asked = false) => ({ reportId: 'r', agencies, asked });
  const cases: [string, object, ReturnType<typeof given>[], string[]][] = [
    ['everybody consented', {}, [given(['MOFA']), given(['POLICE', 'MOFA'])], []],
    ['one of two consented', {}, [given(['MOFA']), given([])], ['consent-partly']],
    ['nobody consented', {}, [given(['POLICE'])], ['consent-none']],
    ['a consent that is asked to be changed counts as none', {}, [given(['MOFA'], true)], ['consent-none']],
    ['nobody is asked about it', { consent: null }, [given(['MOFA'])], ['consent-not-asked']],
    ['one person alone opened it', { openedBy: 'a' }, [given(['MOFA'])], ['unconfirmed']],
    ['another has confirmed it', { openedBy: 'a', confirmedBy: 'b' }, [given(['MOFA'])], []],
    ['blocked and abroad', { blocked: true, abroad: true }, [given(['MOFA'])], ['blocked', 'abroad']],
  ];
  for (const [name, over, consents, hindrances] of cases)
    it(name, () => expect(agencyFit({ ...agency, ...over }, consents).hindrances).toEqual(hindrances));
});
