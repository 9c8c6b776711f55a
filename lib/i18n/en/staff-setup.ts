import type { StaffSetup } from '../ko/staff-setup';

/** Making an account from an invitation. */
export const setup: StaffSetup = {
  title: 'Make your account',
  intro: 'This link works once. Choose a password, connect an authenticator app, and you can start.',
  firstIntro:
    'This is the first account of this installation. It is supervisor and administrator, and can invite the others.',
  roles: 'Roles',
  name: 'Name',
  email: 'E-mail',
  password: 'Password',
  passwordHint:
    'At least 12 characters. Several words in a row are long and easy to remember. Not your name or e-mail.',
  authenticator: 'Connect an authenticator app',
  scan: 'Scan the QR code with your authenticator app.',
  qr: 'QR code for the authenticator app',
  key: 'If you cannot scan, type this key into the app.',
  open: 'Open in an authenticator app on this device',
  code: 'The 6 digits that the app shows',
  submit: 'Make the account and start',
  gone: {
    title: 'This invitation cannot be used',
    body: 'It has been used, has run out, or was replaced by a newer link. Ask the person who invited you for a new one.',
    signIn: 'Sign in if you already have an account',
  },
  problems: {
    'name-missing': 'Enter your name.',
    'name-long': 'A name can have up to 200 characters.',
    'email-bad': 'Enter an e-mail address in the form name@example.com.',
    'email-taken':
      'There already is an account with this e-mail address. Enter another, or sign in with that account.',
    'password-short': 'Choose a password of at least 12 characters.',
    'password-long': 'Choose a password of at most 256 characters.',
    'password-common': 'Many people use this password. Choose another one.',
    'password-personal': 'This password contains your name or e-mail address. Choose another one.',
    'code-wrong': 'The digits do not match. Check that your phone shows the right time and enter new digits.',
  },
  codes: {
    title: 'Keep your recovery codes',
    intro:
      'If you lose your authenticator app, one of these replaces its code. Each works once. Print them or write them down and keep them safe.',
    once: 'They are not shown again after you confirm.',
    list: 'Ten recovery codes',
    reminder: 'You have not kept your recovery codes yet. See them and keep them now.',
    submit: 'I have kept them',
  },
};
