import { AppError } from '../../../core/errors.ts'
import { newId } from '../../../core/ids.ts'
import { defineTool } from '../../../tools/contract.ts'
import { feedPath, newSecret } from '../feed.ts'
import { closeFeed, deleteFeed, insertFeed, reopenFeed } from '../repository/feed.ts'
import {
  type CreateFeedInput,
  type CreateFeedOutput,
  createFeedInput,
  createFeedOutput,
  type RevokeFeedInput,
  type RevokeFeedOutput,
  revokeFeedInput,
  revokeFeedOutput,
} from '../schema.ts'

/** Opening the calendar to other programs by a secret link, and closing it. At most one link is open at a time. */
const changedSince = (): AppError => new AppError('conflict', 'calendar.feed_changed_since')

const createFeed = defineTool<CreateFeedInput, CreateFeedOutput>({
  name: 'calendar_create_feed',
  title: 'Create a calendar link',
  description:
    'Makes a secret link (iCalendar feed) to which the person can subscribe in Google, Apple or Outlook calendar; whoever has it can read all events. A new link replaces the old one. Asks the person first.',
  input: createFeedInput,
  output: createFeedOutput,
  about: 'general',
  risk: 'write',
  confirm: 'always',
  secrets: ['secret', 'path'],
  summary: async () => ({ key: 'calendar.ask_create_feed' }),
  say: ({ path, replacedId }) => ({
    key: replacedId === null ? 'calendar.feed_created' : 'calendar.feed_replaced',
    params: { path },
  }),
  run: async (ctx) => {
    const id = newId()
    const { secret, hash } = newSecret()
    const replacedId = await closeFeed(ctx.tx, ctx.user.id, ctx.now)
    await insertFeed(ctx.tx, ctx.user.id, id, hash, ctx.now)
    return { id, secret, path: feedPath(secret), replacedId, status: 'active', createdAt: ctx.now.toISOString() }
  },
  undo: async (ctx, { id, replacedId }) => {
    if (!(await deleteFeed(ctx.tx, ctx.user.id, id))) throw changedSince()
    if (replacedId !== null) await reopenFeed(ctx.tx, ctx.user.id, replacedId)
  },
})

const revokeFeed = defineTool<RevokeFeedInput, RevokeFeedOutput>({
  name: 'calendar_revoke_feed',
  title: 'Close the calendar link',
  description: 'Closes the secret calendar link: programs that subscribed to it see nothing any more.',
  input: revokeFeedInput,
  output: revokeFeedOutput,
  about: 'general',
  risk: 'write',
  confirm: 'never',
  summary: async () => ({ key: 'calendar.ask_revoke_feed' }),
  say: ({ id }) => ({ key: id === null ? 'calendar.feed_none' : 'calendar.feed_revoked' }),
  run: async (ctx) => {
    const id = await closeFeed(ctx.tx, ctx.user.id, ctx.now)
    return id === null
      ? { id, status: 'none', revokedAt: null }
      : { id, status: 'revoked', revokedAt: ctx.now.toISOString() }
  },
  undo: async (ctx, { id }) => {
    if (id !== null && !(await reopenFeed(ctx.tx, ctx.user.id, id))) throw changedSince()
  },
})

export const feedTools = [createFeed, revokeFeed]
