// Elements without markup strings: text from anywhere stays text.

/** `h('button.primary', { onclick }, 'Yes')`; `data-` and `aria-` keys become attributes, null children are left out. */
export const h = (tag, props = {}, ...children) => {
  const [name, ...classes] = tag.split('.')
  const element = document.createElement(name || 'div')
  if (classes.length > 0) element.className = classes.join(' ')
  for (const [key, value] of Object.entries(props)) {
    if (value === undefined || value === null) continue
    if (key in element && !key.includes('-')) element[key] = value
    else element.setAttribute(key, value)
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ''))
  return element
}

export const byId = (id) => document.getElementById(id)
