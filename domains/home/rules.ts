// What home may say unasked: chores and care that are due, food that expires, a warranty that ends.
import { type LocalDate, localDateOf } from '../../core/time.ts'
import type { Ctx } from '../../tools/contract.ts'
import type { Rule } from '../contract.ts'
import { tellCare } from './engine/names.ts'
import { choresOf } from './repository/chores.ts'
import { placeOf } from './repository/household.ts'
import { say, told } from './service.ts'
import { listAppliances, tellAppliance } from './tools/appliances.ts'
import { careDueBy } from './tools/pet-care.ts'
import { expiringWithin, tellUntil } from './tools/stock.ts'

const EXPIRY_DAYS = 2
const WARRANTY_DAYS = 30
const todayOf = (ctx: Ctx): LocalDate => localDateOf(ctx.now, ctx.user.timeZone)

/** Once a day: the chores of this person, and those of nobody, that are due. */
const choresDue: Rule = {
  id: 'home.chores',
  check: async (ctx) => {
    const today = todayOf(ctx)
    const place = await placeOf(ctx)
    const rows = await choresOf(ctx.tx, place.spaces, ctx.user.id, today)
    if (rows.length === 0) return null
    const items = rows.map(({ title }) => say('item', { item: title }))
    return {
      topic: 'home.chores',
      cause: `home.chores:${today}`,
      text: say('chores_due', { n: rows.length, ...told(items, rows.length) }),
    }
  },
}

/**
 * Two days ahead, once for each day on which something expires: the cause is the latest such day, so that what came
 * nearer is told with what was there before, and nothing is told again while nothing new comes near.
 */
const expiring: Rule = {
  id: 'home.stock',
  check: async (ctx) => {
    const { items, total } = await expiringWithin(ctx, EXPIRY_DAYS)
    const last = items.at(-1)
    if (!last?.expiresOn || last.expiresOn < todayOf(ctx)) return null
    return {
      topic: 'home.stock',
      cause: `home.stock:${last.expiresOn}`,
      text: say('stock_soon', { n: total, ...told(items.map(tellUntil), total) }),
    }
  },
}

/** Once for each day on which care of a pet comes due. */
const petCareDue: Rule = {
  id: 'home.pets',
  check: async (ctx) => {
    const due = await careDueBy(ctx, todayOf(ctx))
    const last = due.at(-1)
    if (!last) return null
    const items = due.map(({ petName, kind }) => say('care_of', { name: petName, care: tellCare(kind) }))
    return {
      topic: 'home.pets',
      cause: `home.pets:${last.nextDueOn}:${last.id}`,
      text: say('care_due_now', { n: due.length, ...told(items, due.length) }),
    }
  },
}

/** Once for each warranty, thirty days before it ends: there is time to have things seen to. */
const warrantyEnds: Rule = {
  id: 'home.warranty',
  check: async (ctx) => {
    const { items } = await listAppliances(ctx, { warrantyWithinDays: WARRANTY_DAYS })
    // The one that came near last is told; those before it have been.
    const last = items.at(-1)
    if (!last) return null
    return {
      topic: 'home.warranty',
      cause: `home.warranty:${last.id}:${last.warrantyUntil}`,
      text: say('warranty_ends', { appliance: tellAppliance(last), n: last.warrantyDaysLeft ?? 0 }),
    }
  },
}

export const rules: Rule[] = [choresDue, expiring, petCareDue, warrantyEnds]
