/* Asks the device for a passkey and sends what it answers with the form. Only pages that offer passkeys load it. */
const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), letter => letter.charCodeAt(0))
const text = buffer =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '')

const withBytes = options => ({
  ...options,
  challenge: bytes(options.challenge),
  ...(options.user && { user: { ...options.user, id: bytes(options.user.id) } }),
  ...Object.fromEntries(
    ['excludeCredentials', 'allowCredentials']
      .filter(name => options[name])
      .map(name => [name, options[name].map(one => ({ ...one, id: bytes(one.id) }))]),
  ),
})

const written = ({ id, rawId, type, response, authenticatorAttachment }) => ({
  id,
  rawId: text(rawId),
  type,
  authenticatorAttachment,
  clientExtensionResults: {},
  response: {
    ...Object.fromEntries(
      ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']
        .filter(name => response[name])
        .map(name => [name, text(response[name])]),
    ),
    ...(response.getTransports && { transports: response.getTransports() }),
  },
})

for (const part of document.querySelectorAll('[data-passkey]')) {
  if (!window.PublicKeyCredential) continue
  const form = part.closest('form')
  const button = part.querySelector('button')
  const problem = part.querySelector('[data-passkey-problem]')
  part.querySelector('[data-passkey-with]').hidden = false
  part.querySelector('[data-passkey-without]').hidden = true
  button.type = 'button'
  button.addEventListener('click', async () => {
    problem.hidden = true
    try {
      const publicKey = withBytes(JSON.parse(part.dataset.options))
      const made = await navigator.credentials[part.dataset.passkey]({ publicKey })
      part.querySelector('[name=answer]').value = JSON.stringify(written(made))
      form.submit()
    } catch (error) {
      problem.textContent =
        error.name === 'InvalidStateError'
          ? 'This device has a passkey for you already.'
          : 'The device did not answer, or you stopped it. Try again, or use another way.'
      problem.hidden = false
    }
  })
}
