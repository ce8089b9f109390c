// Proactive rules: what the assistant says first, to people who agreed to that, within the topics and hours they chose.
import type { Instant } from '../core/time.ts'
import { zoned } from '../core/time.ts'
import type { User } from '../core/user.ts'
import { appendEvents } from '../db/outbox.ts'
import type { Rule } from '../domains/contract.ts'
import { isWithin, settingOf, type TopicSetting, topicSettings } from '../domains/reminders/index.ts'
import type { DomainEvent } from '../tools/contract.ts'
import { createCtx } from '../tools/execute.ts'
import type { DeliveryDeps, Sent } from './contract.ts'
import { endRounds, insertNotices, setRound } from './repository.ts'

/** Rules are looked at this often, besides after every change of the person's data. */
const ROUND_MS = 3_600_000

/** Runs every rule of every domain once; a rule that fails is logged and does not keep the others from running. */
export const runRules = async (deps: DeliveryDeps, userId: string, at: Instant): Promise<Sent[]> => {
  const found = await deps.db.withUser(userId, async (tx) => {
    const user = await deps.findUser(tx, userId)
    if (!user?.consents.includes('proactive')) {
      await endRounds(tx)
      return null
    }
    await setRound(tx, userId, new Date(at.getTime() + ROUND_MS), at)
    return { user, settings: await topicSettings(tx) }
  })
  if (!found) return []
  const sent: Sent[] = []
  for (const rule of deps.domains.flatMap((domain) => domain.rules)) {
    try {
      sent.push(...(await runRule(deps, rule, found.user, found.settings, at)))
    } catch (error) {
      deps.log.error({ err: error, rule: rule.id, userId }, 'a proactive rule failed')
    }
  }
  return sent
}

/** Outside the hours of a topic nothing is said; the next round says it then. */
const mayTell = (settings: readonly TopicSetting[], topic: string, user: User, at: Instant): boolean => {
  const { enabled, window } = settingOf(settings, topic)
  const time = zoned(at, user.timeZone).toPlainTime().toString({ smallestUnit: 'minute' })
  return enabled && (window ? isWithin(window, time) : !isWithin(user.quietHours, time))
}

const runRule = async (
  deps: DeliveryDeps,
  rule: Rule,
  user: User,
  settings: readonly TopicSetting[],
  at: Instant,
): Promise<Sent[]> => {
  if (!mayTell(settings, rule.id, user, at)) return []
  return deps.db.withUser(user.id, async (tx) => {
    const events: DomainEvent[] = []
    const origin = { channel: 'jobs', actor: 'code' } as const
    const nudge = await rule.check(createCtx(deps, tx, { user, now: at, origin }, events))
    await appendEvents(tx, user.id, events, at)
    if (!nudge || !mayTell(settings, nudge.topic, user, at)) return []
    const { topic: kind, cause, text: message } = nudge
    const text = deps.messages.render(message, { locale: user.locale, timeZone: user.timeZone, now: at })
    return insertNotices(tx, user.id, [{ kind, cause, message, text, ref: null, dueAt: at }], at)
  })
}
