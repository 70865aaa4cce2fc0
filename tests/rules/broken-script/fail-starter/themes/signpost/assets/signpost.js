const signpost = {;
