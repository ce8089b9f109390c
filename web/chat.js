// The conversation: deep-chat shows it, this file feeds it with turns, cards and earlier messages.
import { pendingCard, toolCards } from './cards.js'
import { openConfirmation, storeConfirmation } from './confirmations.js'
import { h } from './dom.js'
import { api, request } from './session.js'
import { runTurn } from './stream.js'
import { t } from './strings.js'

const PAGE = 40

const cardsOf = (threadId, message, newest) => {
  if (message.role === 'user' || !message.tools) return []
  const html = toolCards(message.tools)
  const pending = newest ? openConfirmation(threadId) : null
  return [html, pending && pendingCard(pending)].filter(Boolean).map((card) => ({ role: 'ai', html: card }))
}

/** Page `index` of earlier messages, 0 the newest. deep-chat asks on as long as a page holds a `false`, and for page 0 at each rendering. */
const historyOf = (threadId, failed) => {
  const cursors = ['']
  return async (index) => {
    let page
    try {
      page = await api('GET', `/v1/threads/${threadId}/messages?limit=${PAGE}${cursors[index]}`)
    } catch (error) {
      failed(error)
      return []
    }
    cursors[index + 1] = `&before=${page.nextCursor}`
    const shown = page.items.map((message, position) => [
      { role: message.role === 'user' ? 'user' : 'ai', text: message.text },
      ...cardsOf(threadId, message, index === 0 && position === 0),
    ])
    return [...(page.nextCursor ? [false] : []), ...shown.reverse().flat()]
  }
}

const introduction = () =>
  h(
    'div.intro',
    {},
    h('p', {}, t('intro')),
    [1, 2, 3, 4].map((n) => h('button', { type: 'button', 'data-say': t(`suggest.${n}`) }, t(`suggest.${n}`))),
  ).outerHTML

/** Names the parts that deep-chat leaves without a role, so that a screen reader tells new messages by itself. */
const makeAccessible = (component) => {
  let known = null
  const name = () => {
    const input = component.shadowRoot.getElementById('text-input')
    if (!input || input === known) return
    known = input
    const messages = component.shadowRoot.getElementById('messages')
    messages.setAttribute('role', 'log')
    messages.setAttribute('aria-label', t('chat'))
    component.shadowRoot.querySelector('.input-button')?.setAttribute('aria-label', t('send'))
    // On a phone the keyboard would cover half of the page.
    if (window.matchMedia('(pointer: fine)').matches) component.focusInput()
  }
  // It may draw itself more than once before it settles, and tells only of the first time.
  new MutationObserver(name).observe(component.shadowRoot, { childList: true, subtree: true })
}

const icon = (color) => ({
  container: { default: { width: '2.5rem', height: '2.5rem', display: 'grid', placeItems: 'center' } },
  svg: { styles: { default: { width: '1.4rem', height: '1.4rem', margin: '0', filter: 'none', color } } },
})
const SUBMIT = {
  submit: icon('var(--accent)'),
  loading: icon('var(--accent)'),
  // A turn that has begun is carried through on the server: there is nothing to stop.
  stop: { svg: { styles: { default: { display: 'none' } } } },
  disabled: icon('var(--muted)'),
}

const look = (component, cardStyle) => {
  // A font of its own keeps deep-chat from linking one from the network.
  component.chatStyle = {
    display: 'block',
    width: '100%',
    height: '100%',
    border: '0 solid transparent',
    backgroundColor: 'transparent',
  }
  component.style.fontFamily = 'var(--font)'
  component.auxiliaryStyle = cardStyle
  component.messageStyles = {
    default: {
      shared: { bubble: { maxWidth: '85%', fontSize: '1rem', lineHeight: '1.45', padding: '0.55rem 0.8rem' } },
      user: { bubble: { backgroundColor: 'var(--accent)', color: 'var(--on-accent)' } },
      ai: { bubble: { backgroundColor: 'var(--surface-2)', color: 'var(--text)' } },
    },
    html: {
      shared: { bubble: { backgroundColor: 'transparent', padding: '0', maxWidth: '100%', color: 'var(--text)' } },
    },
    intro: { bubble: { backgroundColor: 'transparent', padding: '0', maxWidth: '100%', color: 'var(--text)' } },
    loading: { message: { styles: { bubble: { backgroundColor: 'var(--surface-2)', color: 'var(--muted)' } } } },
    error: { bubble: { backgroundColor: 'var(--danger-soft)', color: 'var(--danger)', fontSize: '1rem' } },
  }
  component.textInput = {
    placeholder: { text: t('placeholder'), style: { color: 'var(--muted)' } },
    characterLimit: 8000,
    styles: {
      container: {
        backgroundColor: 'var(--surface)',
        border: '1px solid var(--line-strong)',
        borderRadius: '1.2rem',
        boxShadow: 'none',
        width: 'calc(100% - 1.5rem)',
        margin: '0 0 0.75rem',
      },
      text: { color: 'var(--text)', fontSize: '1rem', padding: '0.7rem 3rem 0.7rem 1rem' },
    },
  }
  component.submitButtonStyles = SUBMIT
  component.errorMessages = { displayServiceErrorMessages: true }
  component.remarkable = { breaks: true, html: false, linkTarget: '_blank' }
}

/**
 * Fills `container` with the conversation `threadId`, or a new one when null. `afterTurn(result)` is called with the
 * answer of every turn, `failed(error)` with an error that has no place in the conversation, `openCheck(args)` from the
 * card of a supplement check.
 */
export const openChat = (container, { threadId, cardStyle, afterTurn, failed, openCheck }) => {
  let thread = threadId
  const leaving = new AbortController()
  const component = document.createElement('deep-chat')

  const settle = (result) => {
    thread = result.threadId
    storeConfirmation(thread, result.pending)
    closeCards(component, result.pending?.id)
    const cards = toolCards(result.tools)
    if (cards) component.addMessage({ role: 'ai', html: cards })
    if (result.pending) {
      closeCards(component, null)
      component.addMessage({ role: 'ai', html: pendingCard(result.pending) })
    }
    afterTurn(result)
  }

  const answer = async (body, signals) => {
    const message = body.messages.at(-1)?.text ?? ''
    // While a reply arrives in pieces a screen reader waits, and reads it whole.
    container.setAttribute('aria-busy', 'true')
    let opened = false
    const open = () => {
      if (!opened) signals.onOpen()
      opened = true
    }
    try {
      const turn = { message, clientMessageId: crypto.randomUUID(), ...(thread ? { threadId: thread } : {}) }
      let streamed = ''
      const result = await runTurn(
        '/v1/chat',
        turn,
        (type, data) => {
          if (type === 'turn') thread = data.threadId
          if (type !== 'token') return
          open()
          streamed += data.text
          signals.onResponse({ text: data.text })
        },
        leaving.signal,
      )
      open()
      if (streamed.trim() !== result.reply.trim()) await signals.onResponse({ text: result.reply, overwrite: true })
      signals.onClose()
      settle(result)
    } catch (error) {
      if (leaving.signal.aborted) return
      await signals.onResponse({ error: error.message })
      signals.onClose()
      if (error.status === 401) failed(error)
    } finally {
      container.setAttribute('aria-busy', 'false')
    }
  }

  const decide = async (card, choice) => {
    const boxes = [...card.querySelectorAll('[data-action]')]
    const decisions = boxes.map((box) => ({
      actionId: box.dataset.action,
      decision: choice === 'approve' && box.checked !== false ? 'approve' : 'reject',
    }))
    for (const control of card.querySelectorAll('button, input')) control.disabled = true
    try {
      const response = await request(`/v1/chat/pending/${card.dataset.pending}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ decisions }),
        signal: leaving.signal,
      })
      const result = await response.json()
      card.querySelector('.buttons').replaceChildren(h('p.outcome', {}, t(outcomeOf(decisions))))
      component.addMessage({ role: 'ai', text: result.reply })
      settle(result)
    } catch (error) {
      if (leaving.signal.aborted) return
      // Answered, expired or replaced: the question cannot be answered any more. After another error it can.
      if (error.status === 409 || error.status === 404) storeConfirmation(thread, null)
      else for (const control of card.querySelectorAll('button, input')) control.disabled = false
      failed(error)
    }
  }

  look(component, cardStyle)
  component.connect = { stream: true, handler: answer }
  if (thread) component.loadHistory = historyOf(thread, failed)
  else component.introMessage = { html: introduction() }
  makeAccessible(component)
  component.addEventListener('click', (event) => {
    const button = event.composedPath().find((node) => node instanceof HTMLButtonElement)
    if (button?.dataset.check) openCheck(JSON.parse(button.dataset.check))
    if (button?.dataset.say) component.submitUserMessage({ text: button.dataset.say })
    const card = button?.closest('[data-pending]')
    if (card && button.dataset.decide) void decide(card, button.dataset.decide)
  })
  container.replaceChildren(component)
  return {
    say: (text) => component.addMessage({ role: 'ai', text }),
    close: () => {
      leaving.abort()
      component.remove()
    },
  }
}

const outcomeOf = (decisions) =>
  ['approve', 'reject'].every((choice) => decisions.some(({ decision }) => decision === choice))
    ? 'decided'
    : decisions[0].decision === 'approve'
      ? 'approved'
      : 'rejected'

/** Questions that are no longer open lose their buttons; the one of `openId` keeps them. */
const closeCards = (component, openId) => {
  for (const card of component.shadowRoot?.querySelectorAll('[data-pending]') ?? []) {
    if (card.dataset.pending !== openId) card.querySelector('.buttons > button')?.parentElement.remove()
    if (card.dataset.pending !== openId) for (const box of card.querySelectorAll('input')) box.disabled = true
  }
}
