// A slow machine asserts nothing: what is waited for in a page has the time of `expect.poll`.
if ('document' in globalThis) {
  const { configure } = await import('@testing-library/preact')
  configure({ asyncUtilTimeout: 20_000 })
}

export {}
