/** What a program needs to be found and to start, on Linux, macOS and Windows. */
const needed =
  /^(?:PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_\w+|TZ|TMPDIR|TMP|TEMP|LD_LIBRARY_PATH|DYLD_\w+|NODE_COMPILE_CACHE|PATHEXT|COMSPEC|SYSTEMROOT|SYSTEMDRIVE|WINDIR|USERPROFILE|APPDATA|LOCALAPPDATA|PROGRAMDATA|PROGRAMFILES.*)$/i

/** How a program reaches the user's own session: to show a page, to ask for a run every night. */
const session = /^(?:DISPLAY|XAUTHORITY|WAYLAND_DISPLAY|BROWSER|DESKTOP_SESSION|XDG_\w+|DBUS_\w+)$/i

/**
 * The variables that another process gets: those it needs to start. None of Songkeep's own, no tokens: a decoder that a
 * stranger's file has taken over finds nothing to tell.
 */
export const bareEnvironment = (): NodeJS.ProcessEnv => pick((name) => needed.test(name))

/** The same for a program of the user's session. */
export const sessionEnvironment = (): NodeJS.ProcessEnv =>
  pick((name) => needed.test(name) || session.test(name))

const pick = (wanted: (name: string) => boolean): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(process.env).filter(([name]) => wanted(name)))
