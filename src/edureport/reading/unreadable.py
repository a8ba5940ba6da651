"""What is said of files and folders that the operating system does not let be read."""

import errno

from edureport.message import Message, message


def reason(error: OSError) -> Message:
    """What is said of a file or folder that the operating system does not let be read."""
    match error.errno:
        case errno.EACCES | errno.EPERM:
            return message("path.forbidden")
        case errno.EISDIR:
            return message("path.folder")
    return message("path.unreadable", code=errno.errorcode.get(error.errno or 0, "?"))
