import type { PlaceFields } from '../ko/report-fields-place';

/** Where, when, the last contact, and the way there. */
export const placeFields: PlaceFields = {
  country: {
    label: {
      any: 'Which country is it in?',
      SELF_DANGER: 'Which country are you in?',
      FAMILY: 'Which country are they in?',
      RETURNEE: 'Which country were you in?',
      PRO: 'Which country is the person in?',
    },
    hint: 'A guess is fine. If you do not know, choose “Don’t know”.',
    short: 'Country',
  },
  province: { label: 'If it is Cambodia, which province?', short: 'Province (Cambodia)' },
  city: { label: 'City or area', short: 'City or area' },
  site_name: {
    label: 'Name of the building or compound',
    hint: 'What people call it is fine. Write it as you hear it.',
    short: 'Name of the place',
  },
  site_kind: {
    label: { any: 'What kind of place is it?', RETURNEE: 'What kind of place was it?' },
    short: 'Kind of place',
  },
  building: { label: 'Building (block, number)', hint: 'For example block B, building 3', short: 'Building' },
  floor: { label: 'Floor', short: 'Floor' },
  room: { label: 'Room number', short: 'Room' },
  landmark: {
    label: { any: 'What can be seen nearby', RETURNEE: 'What could be seen nearby' },
    hint: 'Anything that stands out, such as a sign, a shop, a hill, a river or a main road.',
    short: 'Seen nearby',
  },
  location_source: { label: 'How do you know it is there?', short: 'How the place is known' },
  last_contact_at: {
    label: { any: 'When were you last in contact?', PRO: 'When was the person last in contact?' },
    hint: 'The date alone is fine. For the time, use Korean time.',
    short: 'Last contact',
  },
  last_contact_how: { label: 'How was that contact made?', short: 'How last contacted' },
  last_contact_gist: {
    label: 'What was said then?',
    hint: 'As you remember it. You can paste the messages as they are.',
    short: 'What was last said',
  },
  last_msg_signs: {
    label: 'Was anything different from usual?',
    hint: 'Choose all that apply.',
    short: 'Different from usual',
  },
  stay_from: {
    label: { any: 'Since when were you there?', SELF_DANGER: 'Since when have you been here?' },
    hint: 'The year and month are enough.',
    short: 'There since',
  },
  stay_to: {
    label: { any: 'When did you get out?', SELF_DANGER: 'If you have got out, when was that?' },
    hint: { any: 'The year and month are enough.', SELF_DANGER: 'If you are still there, leave this blank.' },
    short: 'There until',
  },
  moved_history: {
    label: 'If there were moves to other places, tell us',
    hint: 'From where to where, and roughly when, as far as you know. One move in each box.',
    item: 'Move',
    short: 'Moves',
  },
  departed_on: {
    label: 'Date of leaving Korea',
    hint: 'The year and month are enough.',
    short: 'Left Korea on',
  },
  flight: { label: 'Flight', hint: 'For example KE689', short: 'Flight' },
  airport_from: { label: 'Airport left from', hint: 'For example Incheon', short: 'From airport' },
  airport_to: { label: 'Airport arrived at', hint: 'For example Phnom Penh', short: 'To airport' },
  ticket_paid_by: { label: 'Who paid for the flight?', short: 'Flight paid by' },
  companions: {
    label: 'Who travelled along',
    hint: 'One person in each box. If you do not know the names, how many is enough.',
    item: 'Travelled along',
    short: 'Travelled along',
  },
  met_by: {
    label: 'Who came to the airport to pick them up',
    hint: 'Such as a name, looks or a car number.',
    short: 'Picked up by',
  },
};
