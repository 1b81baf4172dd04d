/* Pages of loads: what is being done is looked at again by itself, and files that are too large are told before they are sent. */

const EVERY_MS = 1_500

/** Looks again until the page no longer waits; then it is shown whole, as it is. */
async function lookAgain(waiting) {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null)
  if (answer?.ok) {
    const now = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-waits]')
    if (!now) return location.reload()
    if (now.textContent !== waiting.textContent) waiting.replaceChildren(...now.childNodes)
  }
  setTimeout(lookAgain, EVERY_MS, waiting)
}
const waiting = document.querySelector('[data-waits]')
if (waiting) setTimeout(lookAgain, EVERY_MS, waiting)

/** Says that the files are too large where the other problems of the form stand. */
for (const form of document.querySelectorAll('form[data-most-bytes]')) {
  form.addEventListener('submit', event => {
    const files = [...form.querySelectorAll('input[type=file]')].flatMap(input => [...input.files])
    const bytes = files.reduce((all, file) => all + file.size, 0)
    const told = form.querySelector('[data-too-large]')
    told.hidden = bytes <= Number(form.dataset.mostBytes)
    if (told.hidden) return
    event.preventDefault()
    event.stopImmediatePropagation()
    told.focus()
  })
}
