import { chooseWords } from './en-choose.ts'
import { connectorWords } from './en-connector.ts'
import { errorWords } from './en-errors.ts'
import { payWords } from './en-pay.ts'
import { staffWords } from './en-staff.ts'
import { findWords } from './en-find.ts'
import { chargingWords } from './en-charging.ts'

/** Every English text of the guest screens. Keys are flat names; `{n}` is filled in. */
export const en = {
  ...connectorWords,
  ...chargingWords,
  ...chooseWords,
  ...payWords,
  ...errorWords,
  ...findWords,
  ...staffWords,
  'app.title': 'EV charging',
  'app.back': 'Back',
  'app.cancel': 'Cancel',
  'app.close': 'Close',
  'app.done': 'Done',
  'app.help': 'Help',
  'app.retry': 'Try again',
  'app.loading': 'One moment, please …',
  'app.asOf': 'as of {time}',
  'app.asOfDay': 'as of {date}',
  'app.notTold': 'not told',
  'app.language': 'Language',
  'app.display': 'Display',
  'app.dark': 'Dark display',
  'app.light': 'Light display',
  'app.contrast': 'High contrast',

  'board.free': '{free} of {total} plug free | {free} of {total} plugs free',
  'board.lastKnown': 'last known at {time}',
  'board.connecting': 'Connecting to the charging network …',
  'board.plugs': 'Plugs',
  'board.empty.title': 'No plugs to show here',
  'board.empty.text':
    'The charging network knows no charging points for this site. Staff: please check the site in the settings.',
  'board.untold.title': 'The plugs are not told',
  'board.untold.text':
    'The charging network did not say which plugs there are here. This screen asks again by itself. Please ask the staff if it stays so.',
  'board.trouble.title': 'Charging is not possible here right now',
  'board.trouble.staff': 'For staff',
  'board.trouble.code': 'Code {code}',
  'board.demo': 'Demo: nothing here is real or costs anything.',

  'lost.title': 'No connection since {time}.',
  'lost.titleDay': 'No connection since {date}.',
  'lost.text': 'What you see may be old. No charge can be started right now.',

  'idle.title': 'Are you still there?',
  'idle.text': 'This screen closes by itself in {seconds} s. A running charge goes on.',
  'idle.stay': 'I am still here',
  'idle.leave': 'Close now',

  'help.title': 'Help',
  'help.plug': 'You are at plug {number}.',
  'help.call': 'Call the front desk',
  'help.callOperator': 'Call the operator of this station',
  'help.desk': 'The front desk is glad to help. Tell them the number of your plug.',
  'help.stuck.title': 'The cable is stuck',
  'help.stuck.text':
    'Stop the charge first. Then unlock your car: most cars release the cable only when they are unlocked. Never pull with force.',
  'help.notStarting.title': 'It does not start',
  'help.notStarting.text':
    'Push the plug in until it clicks, on both ends. If that does not help, choose another plug.',
  'help.code.title': 'You have forgotten your code',
  'help.code.text':
    'The front desk knows your charge by the plug and the time it started, and stops it for you. You can also stop it at your car.',
  'help.error.title': 'What is wrong now',
  'help.leave.title': 'May I leave?',
  'help.leave.text': 'Yes. Your car goes on charging when this screen closes.',
  'help.code': 'For the front desk: code {code}',
} as const

export type MessageKey = keyof typeof en
export type Messages = Record<MessageKey, string>
