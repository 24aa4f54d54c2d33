/** What a server answered to a file. */
export interface FileAnswer {
  status: number;
  body: Blob;
}

interface Heard {
  /** How much of the file, 0 to 1, has left, which fetch cannot tell. */
  onSent(share: number): void;
  /** What has come of the answer so far. */
  onText?(text: string): void;
}

/** Posts a CSV file. Rejects when nothing answers, or the answer breaks off. */
export function sendFile(address: string, file: File, { onSent, onText }: Heard): Promise<FileAnswer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", address);
    request.setRequestHeader("content-type", "text/csv");
    // Only text can be read while it comes; a file is taken as it is.
    request.responseType = onText ? "text" : "blob";
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onSent(event.loaded / event.total);
    };
    request.upload.onload = () => onSent(1);
    request.onprogress = () => onText?.(request.responseText);
    request.onload = () => resolve({ status: request.status, body: new Blob([request.response]) });
    request.onerror = () => reject(new TypeError("no answer"));
    request.send(file);
  });
}
