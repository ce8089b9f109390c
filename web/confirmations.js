// The open question of each conversation, so that its card is there again after a reload.

const KEY = 'zelenial.pending'

const readAll = () => JSON.parse(localStorage.getItem(KEY) ?? '{}')

export const storeConfirmation = (threadId, pending) => {
  const { [threadId]: _, ...others } = readAll()
  const all = pending ? { ...others, [threadId]: pending } : others
  localStorage.setItem(KEY, JSON.stringify(all))
}

export const openConfirmation = (threadId) => {
  const pending = readAll()[threadId]
  return pending && new Date(pending.expiresAt) > new Date() ? pending : null
}

export const forgetConfirmations = () => localStorage.removeItem(KEY)
