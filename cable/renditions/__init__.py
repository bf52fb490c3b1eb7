"""The public forms a cable comes in: each module recognises one and maps it to telegram text and page metadata."""
