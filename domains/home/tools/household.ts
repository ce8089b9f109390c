// Who shares this home: invited by a code that holds once, for a week; gone when they want.
import { randomInt } from 'node:crypto'
import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import type { Message } from '../../../core/messages.ts'
import { type Ctx, defineTool, type Tool } from '../../../tools/contract.ts'
import { CODE_PICKS, CODE_SIGNS, codeFrom, hashOf, readCode, showCode } from '../engine/codes.ts'
import {
  countAttempt,
  deleteInvite,
  findHousehold,
  forgetAttempts,
  foundHousehold,
  insertInvite,
  joinByCode,
  leaveHousehold,
  openInvites,
  type Place,
  placeOf,
  rejoinHousehold,
} from '../repository/household.ts'
import {
  type GotHousehold,
  getHouseholdOutput,
  type Household,
  type Invite,
  inviteOutput,
  type Join,
  type Joined,
  joinInput,
  joinOutput,
  type Left,
  leaveOutput,
  type Nothing,
  nothing,
} from '../schema.ts'
import { joined, say } from '../service.ts'
import { named } from './catalogue.ts'

const DAY_MS = 86_400_000
const CODE_HOLDS_MS = 7 * DAY_MS
const MOST_OPEN_INVITES = 10
/** 21⁸ codes against so few tries an hour: guessing one would take longer than any code holds. */
const MOST_ATTEMPTS = 5
const ATTEMPT_WINDOW_MS = 3_600_000

const needConsent = (ctx: Ctx): void => {
  if (!ctx.user.consents.includes('household'))
    throw new AppError('refused', 'home.needs_consent', {}, { type: '/problems/consent-required' })
}

const showHousehold = async (ctx: Ctx, place: Place): Promise<Household | null> => {
  const found = place.householdId === null ? null : await findHousehold(ctx.tx, place.householdId)
  if (!found) return null
  return {
    id: found.id,
    members: place.members.map(({ userId, name, joinedAt }) => ({
      id: userId,
      name,
      you: userId === ctx.user.id,
      joinedAt: joinedAt.toISOString(),
    })),
    createdAt: found.createdAt.toISOString(),
    status: 'active',
  }
}

/** A code nobody has; of 38 milliards the same one twice is a matter of years, and then the next is taken. */
const giveCode = async (ctx: Ctx, householdId: string): Promise<{ id: string; code: string; expiresAt: Date }> => {
  const expiresAt = new Date(ctx.now.getTime() + CODE_HOLDS_MS)
  for (;;) {
    const code = codeFrom(Array.from({ length: CODE_PICKS }, () => randomInt(CODE_SIGNS.length)))
    const id = newId()
    const invite = { id, householdId, expiresAt, codeHash: hashOf(code), now: ctx.now }
    if (await insertInvite(ctx.tx, ctx.user.id, invite)) return { id, code, expiresAt }
  }
}

const createInvite = defineTool<Nothing, Invite>({
  ...named('home_create_invite'),
  input: nothing,
  output: inviteOutput,
  about: 'general',
  risk: 'write',
  confirm: 'always',
  summary: async (ctx) => {
    needConsent(ctx)
    return say((await placeOf(ctx)).householdId === null ? 'ask_first_invite' : 'ask_invite')
  },
  secrets: ['code'],
  say: (output) => say('invited', { code: output.code, until: { date: output.expiresAt.slice(0, 10) } }),
  run: async (ctx) => {
    needConsent(ctx)
    const place = await placeOf(ctx)
    const open = await openInvites(ctx.tx, ctx.user.id, ctx.now)
    if (open.length >= MOST_OPEN_INVITES) throw new AppError('limited', 'home.too_many_invites')
    const householdId = place.householdId ?? newId()
    const created = place.householdId === null
    const sharedRows = created ? await foundHousehold(ctx.tx, householdId, ctx.user.displayName, ctx.now) : 0
    const { id, code, expiresAt } = await giveCode(ctx, householdId)
    if (created) ctx.emit({ type: 'home.household_founded', payload: { householdId } })
    return { id, code: showCode(code), expiresAt: expiresAt.toISOString(), householdId, created, sharedRows }
  },
  undo: async (ctx, output) => {
    if (!(await deleteInvite(ctx.tx, ctx.user.id, output.id))) throw new AppError('conflict', 'home.invite_used')
    if (!output.created) return
    const { members } = await placeOf(ctx)
    const others = await openInvites(ctx.tx, ctx.user.id, ctx.now)
    // A household that has become one since stays; only its first invitation is taken back.
    if (members.length === 1 && others.length === 0)
      await leaveHousehold(ctx.tx, ctx.user.id, output.householdId, newId(), ctx.now)
  },
})

const joinHousehold = defineTool<Join, Joined>({
  ...named('home_join_household'),
  input: joinInput,
  output: joinOutput,
  about: 'general',
  risk: 'write',
  confirm: 'always',
  summary: async (ctx) => {
    needConsent(ctx)
    return say('ask_join')
  },
  say: (output) => {
    if (output.household === null) return say('wrong_code', { n: output.attemptsLeft })
    const others = output.household.members.filter(({ you }) => !you)
    const names = others.flatMap(({ name }) => (name === null ? [] : [name]))
    return names.length === 0 ? say('joined', { n: others.length }) : say('joined_with', { names: joined(names) })
  },
  run: async (ctx, input) => {
    needConsent(ctx)
    const place = await placeOf(ctx)
    if (place.householdId !== null) throw new AppError('conflict', 'home.in_household')
    const tries = await countAttempt(ctx.tx, ctx.user.id, ctx.now, ATTEMPT_WINDOW_MS)
    if (tries > MOST_ATTEMPTS)
      throw new AppError('limited', 'home.too_many_codes', {}, { retryAfter: ATTEMPT_WINDOW_MS / 1000 })
    const code = readCode(input.code)
    const found = code === null ? null : await joinByCode(ctx.tx, hashOf(code), ctx.user.displayName, ctx.now)
    // An answer and not an error: the try has to be counted, and what fails is rolled back.
    if (found === null) return { outcome: 'wrong_code', household: null, attemptsLeft: MOST_ATTEMPTS - tries }
    forgetAttempts(ctx.tx, ctx.user.id)
    ctx.emit({ type: 'home.household_joined', payload: { householdId: found } })
    const household = await showHousehold(ctx, await placeOf(ctx))
    return { outcome: 'joined', household, attemptsLeft: MOST_ATTEMPTS }
  },
  undo: async (ctx, output) => {
    if (output.household === null) return
    const { householdId } = await placeOf(ctx)
    if (householdId !== output.household.id) throw new AppError('conflict', 'home.changed_since')
    // The code was used; it does not come back.
    await leaveHousehold(ctx.tx, ctx.user.id, householdId, newId(), ctx.now)
  },
})

/** Goes out of the household; also when sharing is not allowed any more. Null when there was none. */
export const leave = async (ctx: Ctx, departureId: string): Promise<Left | null> => {
  const place = await placeOf(ctx)
  const household = await showHousehold(ctx, place)
  if (!household) return null
  const dissolved = await leaveHousehold(ctx.tx, ctx.user.id, household.id, departureId, ctx.now)
  ctx.emit({ type: 'home.household_left', payload: { householdId: household.id } })
  return { ...household, status: 'left', dissolved, departureId }
}

const leaveTool = defineTool<Nothing, Left>({
  ...named('home_leave_household'),
  input: nothing,
  output: leaveOutput,
  about: 'general',
  risk: 'write',
  confirm: 'always',
  summary: async (ctx) => {
    const { members } = await placeOf(ctx)
    if (members.length === 0) throw new AppError('not_found', 'home.no_household')
    return say(members.length === 1 ? 'ask_leave_alone' : 'ask_leave')
  },
  say: (output) => say(output.dissolved ? 'left_alone' : 'left'),
  run: async (ctx) => {
    const left = await leave(ctx, newId())
    if (!left) throw new AppError('not_found', 'home.no_household')
    return left
  },
  undo: async (ctx, output) => {
    needConsent(ctx)
    if (output.dissolved) return refound(ctx, output)
    if ((await placeOf(ctx)).householdId !== null) throw new AppError('conflict', 'home.in_household')
    if (!(await rejoinHousehold(ctx.tx, output.departureId, ctx.user.displayName, ctx.now)))
      throw new AppError('conflict', 'home.household_gone')
  },
})

/** A household of one that was dissolved begins again with what is the person's. */
const refound = async (ctx: Ctx, output: Left): Promise<void> => {
  if ((await placeOf(ctx)).householdId !== null) throw new AppError('conflict', 'home.in_household')
  await foundHousehold(ctx.tx, output.id, ctx.user.displayName, ctx.now)
}

const getHousehold = defineTool<Nothing, GotHousehold>({
  ...named('home_get_household'),
  input: nothing,
  output: getHouseholdOutput,
  about: 'general',
  risk: 'read',
  summary: async () => say('ask_show'),
  say: ({ household, invites }) => {
    if (!household) return say('household_none')
    const others = household.members.filter(({ you }) => !you)
    const names: Message[] = others.map(({ name }) => (name === null ? say('no_name') : say('item', { item: name })))
    if (names.length === 0) return say('household_alone', { n: invites.length })
    return say('household', { n: household.members.length, names: { list: names, join: 'and' } })
  },
  run: async (ctx) => {
    const invites = await openInvites(ctx.tx, ctx.user.id, ctx.now)
    return {
      household: await showHousehold(ctx, await placeOf(ctx)),
      invites: invites.map(({ id, expiresAt }) => ({ id, expiresAt: expiresAt.toISOString() })),
    }
  },
})

export const householdTools: Tool[] = [getHousehold, createInvite, joinHousehold, leaveTool]
