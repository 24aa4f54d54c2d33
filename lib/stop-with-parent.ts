/** When the starter that forked this process is gone (even by kill -9), stop too: its IPC channel closes. */
export function stopWithParent(stop: () => void): void {
  if (process.channel) {
    process.on("disconnect", stop);
    // The channel alone must not keep the process alive.
    process.channel.unref();
  }
}
