/**
 * Next answers 500 to a form that its parser cannot read (no boundary, another one, an end that never comes), as if the fault were ours. It is
 * the sender's, so the answer becomes 400; whatever else goes wrong with a form that is whole stays 500. The body is looked at as it passes,
 * its first and last few bytes alone.
 */
export function blameMalformedForms(request, response) {
  const type = request.headers['content-type'] ?? '';
  if (request.method !== 'POST' || !/^multipart\/form-data\b/i.test(type)) return;
  const isWhole = watch(request, /;\s*boundary=(?:"([^"]*)"|([^;\s]*))/i.exec(type));
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status, ...rest) => {
    if (status !== 500 || isWhole()) return writeHead(status, ...rest);
    response.statusCode = 400;
    response.statusMessage = 'Bad Request';
    return writeHead(400, ...rest);
  };
}

function watch(request, named) {
  const edge = named?.[1] ?? named?.[2] ?? '';
  const [first, last] = [Buffer.from(`--${edge}\r\n`), `--${edge}--`];
  let head = Buffer.alloc(0);
  let tail = Buffer.alloc(0);
  const push = request.push.bind(request);
  // Listening would set the body flowing before Next is there to read it.
  request.push = (chunk, encoding) => {
    if (chunk) {
      const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk, encoding);
      if (head.length < first.length)
        head = Buffer.concat([head, bytes.subarray(0, first.length - head.length)]);
      // What may stand behind the last boundary is a line break.
      tail = Buffer.concat([tail, bytes.subarray(-last.length - 2)]).subarray(-last.length - 2);
    }
    return push(chunk, encoding);
  };
  const ends = [last, `${last}\r\n`];
  return () => edge !== '' && head.equals(first) && ends.some((end) => tail.toString('latin1').endsWith(end));
}
