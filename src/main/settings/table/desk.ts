import { z } from 'zod'
import { personEntry, peopleSchema } from './people.ts'
import { byManager, field } from './row.ts'

/** How the desk works: section `desk` of both files. */
export const deskTable = {
  lockAfterMinutes: field({
    json: z.number().min(0.1).max(120),
    default: 5,
    expected: 'a number from 0.1 to 120',
    form: byManager('desk', 1),
    meaning: 'the desk locks itself so long after the last touch',
  }),
  withoutInvoice: field({
    json: z.enum(['nobody', 'manager', 'staff']),
    default: 'manager',
    expected: '"nobody", "manager" or "staff" (managers, too)',
    form: byManager('desk', 2),
    meaning: 'who may start without an invoice',
  }),
  idleAlertMinutes: field({
    json: z.number().min(1).max(1440),
    default: 30,
    expected: 'a number from 1 to 1440',
    meaning:
      'the live desk warns of a car that has taken a place and no energy for this time, as this terminal saw it',
  }),
  keepNotesDays: field({
    json: z.number().int().min(1).max(3650),
    default: 90,
    expected: 'a whole number from 1 to 3650',
    meaning:
      'so many days booking references, notes and power curves of sessions are kept after their last change, and exported lists after they were written; older ones go at launch and daily',
  }),
  keepAuditDays: field({
    json: z.number().int().min(1).max(36500),
    default: 1095,
    expected: 'a whole number from 1 to 36500',
    meaning: 'so many days entries of the audit trail are kept; older ones go at launch and daily',
  }),
  people: field({
    json: peopleSchema,
    default: null,
    onlyProvisioned: true,
    expected: 'a list of people with a manager, each with a name and a PIN of their own',
    entry: personEntry,
    defaultText: 'those set by hand',
    meaning: 'who may come to the desk ([provisioning](provisioning.md))',
  }),
}
