"""Pages of the web become drafts; what is fetched comes from the public internet and from nowhere else."""
