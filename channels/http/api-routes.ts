import { z } from 'zod'
import {
  accessTokenInput,
  loginInput,
  profileSchema,
  refreshInput,
  registerInput,
  updateProfileInput,
} from '../../domains/account/schema.ts'
import { completionBody } from './completions.ts'
import * as wire from './wire.ts'

export interface Route {
  method: 'get' | 'post' | 'patch' | 'delete'
  path: string
  group: string
  summary: string
  body?: z.ZodType
  query?: z.ZodObject
  answer?: z.ZodType
  /** 200 unless said; 204 has no body. */
  status?: 200 | 201 | 204
  /** No bearer token needed. */
  open?: true
  /** The body is a form with a file. */
  multipart?: true
  /** Answers with server-sent events when the client accepts them. */
  streams?: true
  headers?: Record<string, string>
}

const free = z.record(z.string(), z.unknown())

/** Every route with what it takes and gives; tools have theirs from the registry. */
export const ROUTES: readonly Route[] = [
  {
    method: 'post',
    path: '/v1/auth/register',
    group: 'Account',
    summary: 'Sign up',
    body: registerInput,
    answer: wire.signedInAnswer,
    status: 201,
    open: true,
  },
  {
    method: 'post',
    path: '/v1/auth/login',
    group: 'Account',
    summary: 'Sign in',
    body: loginInput,
    answer: wire.signedInAnswer,
    open: true,
  },
  {
    method: 'post',
    path: '/v1/auth/refresh',
    group: 'Account',
    summary: 'A new pair of tokens for a refresh token, which is then spent',
    body: refreshInput,
    answer: wire.signedInAnswer,
    open: true,
  },
  {
    method: 'post',
    path: '/v1/auth/logout',
    group: 'Account',
    summary: 'End a sign-in',
    body: refreshInput,
    status: 204,
    open: true,
  },
  { method: 'get', path: '/v1/me', group: 'Account', summary: 'The profile', answer: profileSchema },
  {
    method: 'patch',
    path: '/v1/me',
    group: 'Account',
    summary: 'Change the profile',
    body: updateProfileInput,
    answer: profileSchema,
  },
  { method: 'get', path: '/v1/me/export', group: 'Account', summary: 'Everything held about the person', answer: free },
  {
    method: 'delete',
    path: '/v1/me',
    group: 'Account',
    summary: 'Erase everything held about the person',
    answer: free,
  },
  {
    method: 'post',
    path: '/v1/access-tokens',
    group: 'Account',
    summary: 'Make a long-lived token',
    body: accessTokenInput,
    answer: wire.newAccessToken,
    status: 201,
  },
  {
    method: 'get',
    path: '/v1/access-tokens',
    group: 'Account',
    summary: 'The long-lived tokens',
    answer: wire.accessTokens,
  },
  {
    method: 'delete',
    path: '/v1/access-tokens/{id}',
    group: 'Account',
    summary: 'End a long-lived token',
    status: 204,
  },
  {
    method: 'post',
    path: '/v1/chat',
    group: 'Chat',
    summary: 'Say something',
    body: wire.chatBody,
    answer: wire.turnResult,
    streams: true,
    headers: {
      'Last-Event-ID':
        'The last event of this turn that arrived; with the same clientMessageId the missing ones follow.',
    },
  },
  {
    method: 'post',
    path: '/v1/chat/pending/{id}',
    group: 'Chat',
    summary: 'Decide an open confirmation',
    body: wire.decisionBody,
    answer: wire.turnResult,
    streams: true,
  },
  {
    method: 'get',
    path: '/v1/threads',
    group: 'Chat',
    summary: 'Conversations, the latest first',
    query: wire.threadsQuery,
    answer: wire.threads,
  },
  {
    method: 'get',
    path: '/v1/threads/{id}/messages',
    group: 'Chat',
    summary: 'Messages of a conversation, the latest first',
    query: wire.messagesQuery,
    answer: wire.messages,
  },
  { method: 'delete', path: '/v1/threads/{id}', group: 'Chat', summary: 'Delete a conversation', status: 204 },
  {
    method: 'post',
    path: '/v1/turns/{id}/feedback',
    group: 'Chat',
    summary: 'Rate an answer',
    body: wire.feedbackBody,
    status: 204,
  },
  {
    method: 'post',
    path: '/v1/chat/completions',
    group: 'Chat',
    summary: 'The OpenAI wire format',
    body: completionBody,
    answer: free,
    streams: true,
  },
  { method: 'get', path: '/v1/models', group: 'Chat', summary: 'The models of the OpenAI wire format', answer: free },
  { method: 'get', path: '/v1/tools', group: 'Tools', summary: 'Every tool with its schemas', answer: wire.toolList },
  {
    method: 'post',
    path: '/mcp',
    group: 'Tools',
    summary: 'Model Context Protocol, streamable HTTP',
    body: free,
    answer: free,
  },
  {
    method: 'get',
    path: '/v1/inbox',
    group: 'Inbox',
    summary: 'Notifications, the latest first',
    query: wire.inboxQuery,
    answer: wire.inbox,
  },
  { method: 'post', path: '/v1/inbox/{id}/read', group: 'Inbox', summary: 'Mark as read', answer: wire.inboxItem },
  {
    method: 'post',
    path: '/v1/inbox/{id}/snooze',
    group: 'Inbox',
    summary: 'Show again later',
    body: wire.snoozeBody,
    answer: wire.inboxItem,
  },
  { method: 'post', path: '/v1/inbox/{id}/dismiss', group: 'Inbox', summary: 'Put away', answer: wire.inboxItem },
  {
    method: 'post',
    path: '/v1/test/tick',
    group: 'Test clock',
    summary: 'Run everything due, while the test clock is on',
    body: wire.tickBody,
    answer: wire.sent,
  },
  {
    method: 'get',
    path: '/healthz',
    group: 'Operations',
    summary: 'Whether the process lives',
    answer: free,
    open: true,
  },
  {
    method: 'get',
    path: '/readyz',
    group: 'Operations',
    summary: 'Whether database, queue and model answer',
    answer: free,
    open: true,
  },
  { method: 'get', path: '/metrics', group: 'Operations', summary: 'Prometheus metrics', open: true },
  {
    method: 'post',
    path: '/v1/imports/{kind}',
    group: 'Imports',
    summary: 'Take in a file: bank, calendar, health, workout. The format is recognised from the content',
    body: wire.importBody,
    multipart: true,
    answer: wire.imported,
    streams: true,
  },
  {
    method: 'post',
    path: '/v1/sync',
    group: 'Sync',
    summary: 'Writes made offline; `client:<clientId>` in an input stands for the row which that item made',
    body: wire.syncBody,
    answer: wire.synced,
  },
  {
    method: 'get',
    path: '/v1/sync/conflicts',
    group: 'Sync',
    summary: 'Offline writes that met a changed row and wait for a decision',
    answer: wire.syncConflicts,
  },
  {
    method: 'get',
    path: '/v1/calendar/feed/{secret}.ics',
    group: 'Calendar',
    summary: 'The calendar as iCalendar, for programs that subscribe to it by the secret link',
    open: true,
  },
]
