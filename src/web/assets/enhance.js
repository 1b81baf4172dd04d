/* Makes pages easier where the browser runs scripts. Nothing here is needed to do a task. */
import { initAll } from './components.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')
initAll()

// A menu closes when something else is pressed, or by Escape.
const menus = document.querySelectorAll('details[data-menu]')
document.addEventListener('click', event => {
  for (const menu of menus) if (menu.open && !menu.contains(event.target)) menu.open = false
})
document.addEventListener('keydown', event => {
  if (event.key !== 'Escape') return
  for (const menu of menus)
    if (menu.open) {
      menu.open = false
      menu.querySelector('summary').focus()
    }
})

if (document.querySelector('[data-passkey]')) import('./passkey.js')
if (document.querySelector('[data-waits], [data-most-bytes]')) import('./loads.js')
if (document.querySelector('[data-meeting]')) import('./meeting.js')
