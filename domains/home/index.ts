import { z } from 'zod'
import { newId } from '../../core/ids.ts'
import { dayBounds, localDateOf } from '../../core/time.ts'
import { langOf } from '../../core/user.ts'
import type { DayPart } from '../../tools/contract.ts'
import type { Domain } from '../contract.ts'
import { isDueOn } from './engine/cadence.ts'
import { careTitle } from './engine/names.ts'
import { choresSeen } from './repository/chores.ts'
import { renameMember } from './repository/household.ts'
import { caresSeen } from './repository/pets.ts'
import type { SharedRow } from './repository.ts'
import { rules } from './rules.ts'
import { findRow } from './tools/find.ts'
import { leave } from './tools/household.ts'
import { tools } from './tools.ts'

/** Home: lists, chores, stock, pets, appliances, and what is dangerous in a household. */
const id = z.uuid()
const date = z.iso.date()

/** Chores of this person, or of nobody, and care of pets that is due on a day; today holds what is late. */
const day: NonNullable<Domain['day']> = async (ctx, wanted) => {
  const { id: me, locale, timeZone } = ctx.user
  const today = localDateOf(ctx.now, timeZone)
  if (wanted < today) return []
  const due = (await choresSeen(ctx.tx, me, wanted)).filter((chore) => isDueOn(chore, wanted, today))
  const care = (await caresSeen(ctx.tx, wanted)).filter(
    ({ nextDueOn }) => nextDueOn !== null && (nextDueOn === wanted || (wanted === today && nextDueOn < today)),
  )
  const shared = ({ id, userId }: SharedRow) => ({
    ref: { domain: 'home', id },
    ...(userId === me ? {} : ({ untrusted: true } as const)),
  })
  // What is late was due on its own day; a later day is one that the cadence brings.
  const endOf = (dueOn: string | null) => dayBounds(wanted === today && dueOn !== null ? dueOn : wanted, timeZone).end
  return [
    ...due.map(
      (chore): DayPart => ({
        kind: 'task',
        type: 'chore',
        title: chore.title,
        ...shared(chore),
        ...(chore.durationMinutes === null ? {} : { durationMinutes: chore.durationMinutes }),
        dueAt: endOf(chore.nextDueOn),
      }),
    ),
    ...care.map(
      (entry): DayPart => ({
        kind: 'task',
        type: 'pet_care',
        title: `${entry.petName}: ${careTitle(entry.kind)[langOf(locale)]}`,
        ...shared(entry),
        dueAt: endOf(entry.nextDueOn),
      }),
    ),
  ]
}

const consentChanged = z.object({ purpose: z.string(), granted: z.boolean() })
const profileUpdated = z.object({ changed: z.array(z.string()) })

export const home: Domain = {
  id: 'home',
  folder: new URL('.', import.meta.url),
  tools,
  uses: [],
  events: {
    'home.list_item_added': z.object({ id }),
    'home.list_item_checked': z.object({ id }),
    'home.chore_added': z.object({ id, nextDueOn: date.nullable() }),
    'home.chore_changed': z.object({ id }),
    'home.chore_completed': z.object({ id, on: date, nextDueOn: date.nullable() }),
    'home.stock_added': z.object({ id, expiresOn: date.nullable() }),
    'home.stock_used': z.object({ ids: z.array(id), left: z.number() }),
    'home.pet_added': z.object({ id }),
    'home.pet_care_logged': z.object({ id, petId: id, kind: z.string() }),
    'home.repair_logged': z.object({ id, applianceId: id.nullable() }),
    'home.meter_logged': z.object({ id, meter: z.string(), on: date }),
    'home.household_founded': z.object({ householdId: id }),
    'home.household_joined': z.object({ householdId: id }),
    'home.household_left': z.object({ householdId: id }),
  },
  rules,
  day,
  find: findRow,
  on: {
    // Sharing ends with the consent to it.
    'account.consent_changed': async (ctx, { payload }) => {
      const { purpose, granted } = consentChanged.parse(payload)
      if (purpose === 'household' && !granted) await leave(ctx, newId())
    },
    'account.profile_updated': async (ctx, { payload }) => {
      if (profileUpdated.parse(payload).changed.includes('displayName'))
        await renameMember(ctx.tx, ctx.user.id, ctx.user.displayName)
    },
  },
  claims: {
    done: [
      /(?<!\p{L})(?:добавил|записал|вн[её]с|вычеркнул|отметил|убрал|удалил|вписал)[аи]?(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:спис(?:ок|ка|ке)|покуп\p{L}+|уборк\p{L}+|запас\p{L}*|холодильник\p{L}*|питом\p{L}+|прививк\p{L}+|показани\p{L}+|сч[её]тчик\p{L}*|ремонт\p{L}*|техник\p{L}+|гаранти\p{L}+)/iu,
      /(?<!\p{L})(?:спис\p{L}+|покуп\p{L}+|уборк\p{L}+|запас\p{L}*|прививк\p{L}+|показани\p{L}+|ремонт\p{L}*|приглашени\p{L}+)[^.!?\n]{0,40}(?<!\p{L})(?:добавлен|записан|внес[её]н|вычеркнут|отмечен|удал[её]н|создан)\p{L}*/iu,
      /(?<!\p{L})(?:added|wrote|put|checked|ticked|crossed|removed|logged|recorded|saved)(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:list|chores?|fridge|pantry|stock|pets?|vaccination|meter|reading|repair|appliance|warranty|household)(?!\p{L})/iu,
      /(?<!\p{L})(?:list|chores?|stock|vaccination|reading|repair|invitation)(?!\p{L})[^.!?\n]{0,40}(?<!\p{L})(?:added|checked off|removed|logged|recorded|saved|created|done)(?!\p{L})/iu,
      /(?<!\p{L})(?:присоединил\p{L}+ к|вышел из|вышла из|joined the|left the)(?!\p{L})[^.!?\n]{0,40}(?:хозяйств\p{L}*|household)/iu,
    ],
  },
}
