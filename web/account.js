// The profile dialog: name, consents, the made-up login, export, log-out, erasure.
import { byId, h } from './dom.js'
import { api, forget, logout, readSession, request, runTool } from './session.js'
import { t } from './strings.js'

const download = async () => {
  const blob = await (await request('/v1/me/export')).blob()
  const link = h('a', { href: URL.createObjectURL(blob), download: 'zelenial.json' })
  link.click()
  URL.revokeObjectURL(link.href)
}

/** `left()` is called when nobody is signed in any more; `tell(sentence)` shows a short notice. */
export const createAccountDialog = ({ left, tell }) => {
  const dialog = byId('account')
  const attempt = (work) => async () => {
    try {
      await work()
    } catch (error) {
      tell(error.message)
    }
  }

  const leave = async () => {
    if (readSession()?.password && !window.confirm(t('signOutAsk'))) return
    dialog.close()
    try {
      await logout()
    } finally {
      left()
    }
  }
  const erase = async () => {
    if (!window.confirm(t('eraseAsk'))) return
    await api('DELETE', '/v1/me')
    forget()
    dialog.close()
    left()
    tell(t('erased'))
  }

  const consent = ({ purpose, granted }) => {
    const box = h('input', { type: 'checkbox', checked: granted })
    box.onchange = attempt(() => runTool('account_set_consent', { purpose, granted: box.checked }))
    return h('label.tick', {}, box, h('span', {}, t(`consent.${purpose}`)))
  }

  const nameForm = (profile) => {
    const name = h('input', { name: 'displayName', value: profile.displayName ?? '', maxLength: 100 })
    const save = attempt(async () => {
      await api('PATCH', '/v1/me', { displayName: name.value.trim() || null })
      tell(t('saved'))
    })
    return h(
      'form.inline',
      {
        onsubmit: (event) => {
          event.preventDefault()
          void save()
        },
      },
      h('label.field', {}, h('span', {}, t('name')), name),
      h('button', { type: 'submit' }, t('save')),
    )
  }

  const open = attempt(async () => {
    const [profile, consents] = await Promise.all([api('GET', '/v1/me'), runTool('account_list_consents')])
    const session = readSession()
    const credentials = session.password
      ? h(
          'section',
          {},
          h('h3', {}, t('yourLogin')),
          h('p', {}, t('email'), ': ', h('code', {}, session.email)),
          h('p', {}, t('password'), ': ', h('code', {}, session.password)),
        )
      : h('p.hint', {}, profile.email)
    dialog.replaceChildren(
      h(
        'header',
        {},
        h('h2', {}, t('account')),
        h('button.icon', { type: 'button', 'aria-label': t('close'), onclick: () => dialog.close() }, '✕'),
      ),
      nameForm(profile),
      h('fieldset', {}, h('legend', {}, t('consents')), consents.output.items.map(consent)),
      credentials,
      h(
        'div.stack',
        {},
        h('button', { type: 'button', onclick: attempt(download) }, t('download')),
        h('button', { type: 'button', onclick: attempt(leave) }, t('signOut')),
        h('button.danger', { type: 'button', onclick: attempt(erase) }, t('erase')),
      ),
    )
    dialog.showModal()
  })
  byId('open-account').onclick = open
}
