import type { Language } from '#i18n/languages.ts'

/**
 * Has the worker keep what only some languages need, so that it is there without a network: the letters of their
 * scripts and their sounds. Nothing happens in a browser without workers, or before one is ready.
 */
export async function keepOffline(
  workers: Pick<ServiceWorkerContainer, 'ready'> | undefined,
  languages: readonly Pick<Language, 'code' | 'script'>[]
): Promise<void> {
  const worker = (await workers?.ready)?.active
  worker?.postMessage({ keep: [...new Set(languages.flatMap(({ code, script }) => [code, script]))] })
}
