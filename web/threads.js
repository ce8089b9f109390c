// The list of conversations.
import { byId, h } from './dom.js'
import { api } from './session.js'
import { t } from './strings.js'

/** `open(threadId)` shows a conversation, null a new one. `act` runs a change and refreshes. */
export const createThreads = ({ open, act }) => {
  const remove = (thread, title, current) => {
    if (!window.confirm(t('deleteThreadAsk', { title }))) return
    void act(async () => {
      await api('DELETE', `/v1/threads/${thread.id}`)
      if (thread.id === current) open(null)
    })
  }

  const row = (current) => (thread) => {
    const title = thread.title ?? t('untitled')
    return h(
      'li',
      {},
      h(
        'button.thread',
        { type: 'button', 'aria-current': thread.id === current ? 'true' : null, onclick: () => open(thread.id) },
        title,
      ),
      h(
        'button.icon',
        {
          type: 'button',
          'aria-label': t('deleteThread', { title }),
          onclick: () => remove(thread, title, current),
        },
        '✕',
      ),
    )
  }

  byId('new-thread').onclick = () => open(null)
  return {
    refresh: async (current) => {
      const { items } = await api('GET', '/v1/threads?limit=200')
      byId('threads').replaceChildren(
        items.length > 0 ? h('ul', {}, items.map(row(current()))) : h('p.empty', {}, t('noThreads')),
      )
    },
  }
}
