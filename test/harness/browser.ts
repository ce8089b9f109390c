import { findBrowser } from './services.ts'

/** Path of a Chromium on this machine. A test file that imports this runs only where there is one. */
export const browserPath = (): string => {
  const path = findBrowser()
  if (!path) throw new Error('no Chromium on this machine')
  return path
}
