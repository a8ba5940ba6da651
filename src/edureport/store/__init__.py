"""Many report files: read by several processes, and kept in a cache that is safe to delete."""
