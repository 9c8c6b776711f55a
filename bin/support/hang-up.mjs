/**
 * Ends a connection whose request is not HTTP or did not come in time: it is told so, where no answer has begun yet, and is gone. Ending our half
 * alone would keep it for as long as the other side does not end its own.
 * @param {Error} _error
 * @param {import('node:net').Socket & { _httpMessage?: import('node:http').ServerResponse }} socket
 */
export function hangUp(_error, socket) {
  if (socket.writable && !socket._httpMessage?.headersSent)
    socket.write('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
  socket.destroySoon();
}
